"""What annotation tools save.

brat, WebAnno and INCEpTION, UIMA CAS, doccano, Label Studio, CATMA, Web Annotation, Hypothesis. Each reads into codings
under codes; the texts come with them, lie beside them, or are in the study.
"""
