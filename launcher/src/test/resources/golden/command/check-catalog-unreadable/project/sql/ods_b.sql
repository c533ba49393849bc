SELECT {{ nope }};
