SELECT {{ 'abc }};
INSERT