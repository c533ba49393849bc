package io.elt.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** What may stand in place of the word that is being typed. */
public sealed interface Answer {
    /** The form in which the shells' scripts read it. */
    String text();

    /** One of these. */
    record Words(List<Candidate> candidates) implements Answer {
        public Words {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String text() {
            return candidates.stream().map(Candidate::line).collect(Collectors.joining());
        }
    }

    /** Some file of this machine; the shell knows better. */
    record Files() implements Answer {
        @Override
        public String text() {
            return ":files\n";
        }
    }

    /** Some folder of this machine. */
    record Folders() implements Answer {
        @Override
        public String text() {
            return ":folders\n";
        }
    }

    static Answer nothing() {
        return new Words(List.of());
    }
}
