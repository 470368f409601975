package org.feedside.cli;

/** The command {@code feedside}. */
public final class Feedside {
    private Feedside() {}

    public static void main(String[] arguments) {
        System.out.println("feedside");
    }
}
