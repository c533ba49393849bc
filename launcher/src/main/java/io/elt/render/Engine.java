package io.elt.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpreterFactory;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.expression.ExpressionStrategy;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.tree.output.RenderedOutputNode;
import io.elt.diagnostic.EltException;
import io.elt.project.Project;
import io.elt.project.SourceFile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Jinjava, set up so that templates behave as Jinja's and can neither leave the project nor run for ever. */
final class Engine {

    private static final long MOST_OUTPUT = 8L << 20;
    private static final int LONGEST_RANGE = 100_000;
    private static final int DEEPEST_RECURSION = 50;

    private static final ExpressionStrategy PRINT =
            (token, interpreter) -> new RenderedOutputNode(((StrictInterpreter) interpreter).print(token.getExpr()));

    private final Jinjava jinjava;
    private final Secrets secrets;
    private final Duration timeLimit;
    private final Map<String, Object> bindings;
    private Map<String, MacroFunction> inValues = Map.of();

    Engine(Project project, Secrets secrets, Duration timeLimit) {
        this.secrets = secrets;
        this.timeLimit = timeLimit;
        this.jinjava = new Jinjava(config());
        this.jinjava.setResourceLocator(new TemplateFiles(project));
        Context global = jinjava.getGlobalContext();
        global.setExpressionStrategy(PRINT);
        StrictTags.all().forEach(global::registerTag);
        StrictFilters.filters().forEach(global::registerFilter);
        StrictFilters.tests().forEach(global::registerExpTest);
        this.bindings = Map.of(
                "True",
                true,
                "False",
                false,
                "target",
                Map.of(
                        "name", project.target().name(),
                        "run_on", project.target().runOn().text()));
    }

    private static JinjavaConfig config() {
        return JinjavaConfig.newBuilder()
                .withNestedInterpretationEnabled(false)
                .withEnableRecursiveMacroCalls(true)
                .withMaxMacroRecursionDepth(DEEPEST_RECURSION)
                .withMaxOutputSize(MOST_OUTPUT)
                .withMaxStringLength(MOST_OUTPUT)
                .withRangeLimit(LONGEST_RANGE)
                .withMaxListSize(LONGEST_RANGE)
                .withMaxMapSize(LONGEST_RANGE)
                .withElResolver(new StrictLookups())
                .withInterperterFactory(new ImportFactory())
                .withDisabled(Map.of(Context.Library.FILTER, Set.of("render")))
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withIterateOverMapKeys(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .withHandleBackslashInQuotesOnly(true)
                        .build())
                .withProcessors(JinjavaProcessors.newBuilder()
                        .withNodePreProcessor((node, interpreter) ->
                                ((StrictInterpreter) interpreter).rendering().enter(node))
                        .withNodePostProcessor((node, interpreter) ->
                                ((StrictInterpreter) interpreter).rendering().leave())
                        .build())
                .build();
    }

    void useInValues(Map<String, MacroFunction> functions) {
        this.inValues = Map.copyOf(functions);
    }

    String renderValue(SourceFile file, Set<String> resolving) {
        Rendering rendering = new Rendering(file, Places.empty(), secrets, timeLimit, resolving);
        StrictInterpreter interpreter = interpreter(rendering, inValues, Map.of());
        return OriginMap.unmark(render(interpreter, rendering), file, rendering.places())
                .text();
    }

    Rendering rendering(SourceFile file, Places places) {
        return new Rendering(file, places, secrets, timeLimit, Set.of());
    }

    StrictInterpreter interpreter(Rendering rendering, Map<String, MacroFunction> functions, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(bindings);
        all.putAll(more);
        StrictContext context = new StrictContext(jinjava, all, functions, rendering);
        context.getCurrentPathStack().push(rendering.file().path(), 0, 0);
        return new StrictInterpreter(jinjava, context, rendering);
    }

    /** The rendered text with its marks; throws everything that is wrong with the template. */
    static String render(StrictInterpreter interpreter, Rendering rendering) {
        String text = new String(rendering.file().text().toCharArray());
        rendering.loaded(text, rendering.file());
        String marked = "";
        try {
            marked = interpreter.render(text);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            EltException own = StrictInterpreter.causedBy(e)
                    .orElseGet(() -> JinjavaErrors.unexpected(e, rendering).toException(e));
            rendering.problems().addAll(own.diagnostics());
        }
        rendering.problems().throwIfErrors();
        return marked;
    }

    /** Makes the interpreters of imported files, which report where their importer does. */
    private static final class ImportFactory implements InterpreterFactory {

        @Override
        public JinjavaInterpreter newInstance(JinjavaInterpreter outer) {
            return new StrictInterpreter((StrictInterpreter) outer);
        }

        @Override
        public JinjavaInterpreter newInstance(Jinjava application, Context context, JinjavaConfig config) {
            throw new IllegalStateException("A rendering starts with an interpreter of its own");
        }
    }
}
