"""The register: an agreement's commitments and everything recorded about them."""
