"""The portal: a Django project that publishes registers and lets accountable people change them."""
