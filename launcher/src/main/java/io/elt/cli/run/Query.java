package io.elt.cli.run;

import io.elt.diagnostic.Problems;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;
import io.elt.project.Project;
import io.elt.project.RunOn;
import io.elt.project.SourceFile;
import io.elt.render.Renderer;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code elt query}: a question to the lake or to StarRocks. Needs nothing of the project but its catalogs. */
public final class Query {
    private final ProjectLoading loading;

    public Query(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * @param reader gets the answer before this returns
     * @throws io.elt.diagnostic.EltException if there is none
     */
    public void ask(QueryRequest request, QueryReader reader) {
        Project known = loading.read(request.directory(), request.overrides(), Ports.DEFAULT);
        EltFolder folder = EltFolder.of(known.root());
        boolean embedded = known.target().runOn() == RunOn.EMBEDDED;
        Optional<Endpoints> running = embedded ? running(folder) : Optional.empty();
        Project project = running.map(endpoints ->
                        loading.read(request.directory(), request.overrides(), QueryStarRocks.ports(endpoints)))
                .orElse(known);
        Renderer renderer = loading.renderer(project);
        switch (request.side()) {
            case lake -> {
                Statement query = QueryText.read(request.sql(), Dialect.FLINK, renderer);
                new QueryLake(renderer.flinkSettings(), loading.redactor())
                        .ask(query, catalogs(project, renderer), reader);
            }
            case starrocks -> {
                Statement query = QueryText.read(request.sql(), Dialect.STARROCKS, renderer);
                if (embedded && running.isEmpty()) {
                    QueryStarRocks.startedFor(folder, starRocks -> QueryStarRocks.ask(starRocks, query, reader));
                    return;
                }
                try (StarRocks starRocks = LoadedProject.connectServing(renderer)) {
                    QueryStarRocks.ask(starRocks, query, reader);
                }
            }
        }
    }

    private static List<Statement> catalogs(Project project, Renderer renderer) {
        Problems problems = new Problems();
        List<Statement> statements = new ArrayList<>();
        for (SourceFile file : project.files().catalogs()) {
            problems.attempt(() -> Script.statements(renderer.render(file), Dialect.FLINK))
                    .ifPresent(statements::addAll);
        }
        problems.throwIfErrors();
        return statements;
    }

    private static Optional<Endpoints> running(EltFolder folder) {
        try {
            return EmbeddedStack.running(folder.stack());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell whether the embedded stack runs", e);
        }
    }
}
