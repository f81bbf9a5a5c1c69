"""What words mean, as data: one folder a language, one file a topic, and a loader that refuses unknown keys."""
