"""Evaluation: question sets, measures, saved runs and the gate. `python -m evals --help` lists the commands."""
