"""What leaves a study as files. Exporters know `model` only and meet the study through what they are given."""
