package io.elt.cli.run;

import io.elt.cli.lineage.LineageView;
import io.elt.cli.lineage.LineageView.Direction;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.lineage.Lineage;
import io.elt.lineage.LineageReader;
import io.elt.project.Overrides;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code elt lineage}: where columns come from and where they go. */
public final class ShowLineage {
    private final ProjectLoading loading;

    public ShowLineage(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * @param warnings what could not be followed
     */
    public record Answer(LineageView view, List<Diagnostic> warnings) {}

    /**
     * @param asked {@code TABLE[.COLUMN]}
     * @throws io.elt.diagnostic.EltException with all problems of all files, or if there is no such column
     */
    public Answer show(Path folder, Overrides overrides, String asked, List<Direction> directions) {
        LoadedProject loaded = loading.load(loading.read(folder, overrides, Ports.DEFAULT));
        Lineage lineage = LineageReader.read(Planning.trace(loaded), loaded.serving());
        try {
            return new Answer(
                    new LineageView(loaded.project().name(), lineage.graph(), lineage.columns(asked), directions),
                    lineage.warnings());
        } catch (EltException e) {
            // What could not be followed may be what is missing.
            List<Diagnostic> all = new ArrayList<>(e.diagnostics());
            all.addAll(lineage.warnings());
            throw new EltException(all, e);
        }
    }
}
