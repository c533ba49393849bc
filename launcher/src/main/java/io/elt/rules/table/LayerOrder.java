package io.elt.rules.table;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.project.Layer;
import io.elt.render.RenderedSql;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.FileText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A layer reads the one below or its own, and dimensions. */
public final class LayerOrder implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.LAYER_ORDER;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        Map<String, Layer> layerOfFile = new HashMap<>();
        for (RenderedSql file : project.rendered()) {
            layerOfFile.put(file.file().path(), file.file().layer());
        }
        List<Finding> findings = new ArrayList<>();
        for (Job job : project.plan().jobs()) {
            for (FileText file : project.text().filesOf(job.name())) {
                Layer reader = layerOfFile.getOrDefault(file.path(), Layer.NONE);
                job.reads().forEach(table -> judge(reader, layerOf(table, project, layerOfFile))
                        .flatMap(fault -> file.mention(table)
                                .map(place -> Finding.at(place, name(reader) + " reads " + table + ": " + fault.text())
                                        .withHint(fault.hint())))
                        .ifPresent(findings::add));
            }
        }
        return findings;
    }

    private record Fault(String text, String hint) {}

    private static Layer layerOf(TableName table, CheckedProject project, Map<String, Layer> layerOfFile) {
        Layer written = project.plan().writers(table).stream()
                .flatMap(job -> job.files().stream())
                .map(file -> layerOfFile.getOrDefault(file, Layer.NONE))
                .filter(layer -> layer != Layer.NONE)
                .findFirst()
                .orElse(Layer.NONE);
        // Several layers may write one table, such as a quarantine; its database then says where it belongs.
        Layer named = Layer.ofName(table.database() + "_");
        return named == Layer.NONE ? written : named;
    }

    private static Optional<Fault> judge(Layer reader, Layer read) {
        return switch (reader) {
            case ODS -> isOneOf(read, Layer.DWD, Layer.DWS, Layer.ADS) ? higher(reader, read) : Optional.empty();
            case DWD -> isOneOf(read, Layer.DWS, Layer.ADS) ? higher(reader, read) : Optional.empty();
            case DIM -> read == Layer.ADS ? higher(reader, read) : Optional.empty();
            case DWS -> read == Layer.ADS ? higher(reader, read) : read == Layer.ODS ? skipping() : Optional.empty();
            case ADS -> read == Layer.ODS ? skipping() : Optional.empty();
            case NONE -> Optional.empty();
        };
    }

    private static boolean isOneOf(Layer layer, Layer... others) {
        return List.of(others).contains(layer);
    }

    private static Optional<Fault> higher(Layer reader, Layer read) {
        return Optional.of(new Fault(
                "a change of " + name(read) + " now changes what " + name(reader)
                        + " is made of, and the layers wait for each other",
                "compute what is needed from the layers below " + name(read) + ", in " + name(reader) + " itself"));
    }

    private static Optional<Fault> skipping() {
        return Optional.of(new Fault(
                "what DWD cleans, names and types is done again here, or not at all",
                "read the DWD table that is made of it; if there is none, add one"));
    }

    private static String name(Layer layer) {
        return layer.text().toUpperCase(Locale.ROOT);
    }
}
