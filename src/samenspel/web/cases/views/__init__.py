"""The pages of cases, one module per thing that one does there."""
