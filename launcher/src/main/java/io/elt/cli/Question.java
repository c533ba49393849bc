package io.elt.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A question to whoever sits at the terminal, to be answered with yes or no. */
final class Question {
    private static final Set<String> YES = Set.of("y", "yes");

    private Question() {}

    /**
     * @return empty if there is no terminal to ask on
     */
    static Optional<Boolean> ask(String question) {
        return Optional.ofNullable(System.console())
                .filter(Question::isTerminal)
                .map(console -> {
                    String answer = console.readLine("%s [y/N] ", question);
                    return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
                });
    }

    /** Java 22 and later give a console even where there is no terminal, and tell by this method. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
