"""The ledger: canonical bytes, a Merkle tree, checkpoints and proofs. It knows nothing of agreements."""
