package io.elt.cli;

/** The {@code elt} command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("elt");
    }
}
