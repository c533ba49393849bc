package io.elt.render;

import io.elt.diagnostic.NamedSecrets;
import io.elt.diagnostic.Redactor;
import io.elt.project.Project;
import io.elt.project.Source;
import io.elt.project.SourceFile;
import io.elt.project.Value;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders the files of one project for one target. Safe for use by several threads. */
public final class Renderer {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final Project project;
    private final Engine engine;
    private final Secrets secrets;
    private final ValueRenderer values;
    private final MacroLibrary macros;

    private Renderer(Project project, Engine engine, Secrets secrets, ValueRenderer values, MacroLibrary macros) {
        this.project = project;
        this.engine = engine;
        this.secrets = secrets;
        this.values = values;
        this.macros = macros;
    }

    /**
     * Reads the macros of the project; throws everything that is wrong with them.
     *
     * @param redactor learns every secret that a rendering resolves
     */
    public static Renderer of(Project project, Map<String, String> environment, Redactor redactor) {
        return of(project, environment, redactor, TIME_LIMIT);
    }

    static Renderer of(Project project, Map<String, String> environment, Redactor redactor, Duration timeLimit) {
        Secrets secrets = new Secrets(redactor);
        Engine engine = new Engine(project, secrets, timeLimit);
        ValueRenderer values = new ValueRenderer(engine, secrets);
        ProjectFunctions functions = new ProjectFunctions(project, Map.copyOf(environment), secrets, values);
        engine.useInValues(functions.inValues());
        MacroLibrary macros = MacroLibrary.read(project.files().macros(), engine, functions.inSqlFiles());
        return new Renderer(project, engine, secrets, values, macros);
    }

    public RenderedSql render(SourceFile file) {
        Rendering rendering = engine.rendering(file, macros.places().forRendering());
        Map<String, Object> self = Map.of(
                "name", file.name(),
                "layer", file.layer().text(),
                "path", file.path());
        StrictInterpreter interpreter = engine.interpreter(rendering, macros.functions(), Map.of("this", self));
        String marked = Engine.render(interpreter, rendering);
        OriginMap.Unmarked unmarked = OriginMap.unmark(marked, file, rendering.places());
        List<RenderedSql.Range> computed =
                unmarked.origins().computed(unmarked.text().length());
        return new RenderedSql(rendering, unmarked, secrets.find(unmarked.text(), computed));
    }

    /** The settings that the target gives to its jobs. They may hold secrets, which the redactor then knows. */
    public Map<String, String> flinkSettings() {
        return texts(project.target().flink());
    }

    /** What the target says of its cluster. It may hold secrets, which the redactor then knows. */
    public Map<String, String> clusterOptions() {
        return texts(project.target().options());
    }

    /** The folder of checkpoints and savepoints, if the target names one. */
    public Optional<String> stateFolder() {
        return project.target().state().map(value -> values.text("state", value, Set.of()));
    }

    /** The secrets that were resolved so far. */
    public NamedSecrets secrets() {
        return secrets.named();
    }

    /** The options of a source, as its files get them. They may hold secrets, which the redactor then knows. */
    public Map<String, String> options(Source source) {
        return texts(source.options());
    }

    /** The value of a variable as templates see it: a text, a number, a boolean, a list or a map. */
    public Optional<Object> variable(String name) {
        Value value = project.variables().get(name);
        return value == null ? Optional.empty() : Optional.ofNullable(values.variable(name, value, Set.of()));
    }

    private Map<String, String> texts(Map<String, Value.Scalar> templates) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates.forEach((key, value) -> texts.put(key, values.text(key, value, Set.of())));
        return texts;
    }
}
