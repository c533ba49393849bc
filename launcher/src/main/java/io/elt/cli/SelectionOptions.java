package io.elt.cli;

import io.elt.selector.Selection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/** Which files; dbt's grammar. */
final class SelectionOptions {
    @Parameters(
            paramLabel = "FILE|SELECTOR",
            arity = "0..*",
            description =
                    "sql/dws_deposit.sql, dws_deposit, +dws_deposit (with all that it reads from), dws_deposit+, 2+a,"
                            + " @a, dws_*, layer:ods, tag:x, path:sql, source:x+, config.mode:batch; a comma between two means both. Default: everything.")
    List<String> files = new ArrayList<>();

    @Option(
            names = {"-s", "--select"},
            paramLabel = "SELECTOR",
            description = "As FILE|SELECTOR; may be repeated.")
    List<String> select = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "SELECTOR", description = "Leave these out; may be repeated.")
    List<String> exclude = new ArrayList<>();

    Selection selection() {
        List<String> all = new ArrayList<>(files);
        all.addAll(select);
        return new Selection(all, exclude);
    }
}
