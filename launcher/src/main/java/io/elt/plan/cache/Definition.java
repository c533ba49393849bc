package io.elt.plan.cache;

import io.elt.plan.Digest;
import io.elt.plan.ServedTable;
import io.elt.script.Statement;

import java.util.List;

/**
 * What may be meant when a statement says a name.
 *
 * @param words of the last part of its name
 * @param digest of all that it says
 * @param file where it stands first; empty for what the serving side owns
 */
record Definition(List<String> words, String digest, String file) {
    static Definition of(List<String> path, Statement statement, String file) {
        return new Definition(
                Mentions.words(path.get(path.size() - 1)),
                new Digest("table").add(statement.executableText()).text(),
                file);
    }

    static Definition of(ServedTable table) {
        return new Definition(
                Mentions.words(table.table()),
                new Digest("served table").add(table.toString()).text(),
                "");
    }
}
