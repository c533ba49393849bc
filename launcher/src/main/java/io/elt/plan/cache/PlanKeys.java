package io.elt.plan.cache;

import io.elt.plan.Digest;
import io.elt.plan.PlanningInput;
import io.elt.plan.ScriptFile;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The keys of a project's entries: hashes of all that planning a file depends on. */
final class PlanKeys {
    private static final String FORMAT = "1";

    /** Catalogs that planning keeps in a throw-away folder or in memory; others would be asked, and may answer anything. */
    private static final Set<String> KNOWN_CATALOGS = Set.of("paimon", "starrocks", "generic_in_memory");

    private final Map<String, StatementText.Catalog> catalogs = new LinkedHashMap<>();
    /** By their digests: files may repeat a definition word for word. */
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    private final Map<String, String> databases = new HashMap<>();
    private final Set<String> allDatabases = new TreeSet<>();
    private String base = "";

    private PlanKeys() {}

    /**
     * Empty if planning this project depends on more than its texts say.
     *
     * @param build what plans
     */
    static Optional<PlanKeys> of(PlanningInput input, String build) {
        PlanKeys keys = new PlanKeys();
        boolean plain = System.getenv("FLINK_CONF_DIR") == null
                && input.catalogs().stream().allMatch(keys::addCatalog)
                && input.scripts().stream().allMatch(keys::addScript);
        if (!plain) {
            return Optional.empty();
        }
        input.served().stream().map(Definition::of).forEach(keys::add);
        Digest base = new Digest(FORMAT).add(build).add(input.settings());
        keys.catalogs.values().forEach(catalog -> base.add(catalog.name()).add(type(catalog)));
        keys.base = base.text();
        return Optional.of(keys);
    }

    /** The catalogs by name, in the order of their statements. */
    Map<String, StatementText.Catalog> catalogs() {
        return catalogs;
    }

    static String type(StatementText.Catalog catalog) {
        return catalog.properties().getOrDefault("type", "");
    }

    /** The key of what a file defines. */
    String definitions(ScriptFile script) {
        Digest digest = new Digest("definitions").add(base).add(databases.get(script.path()));
        definitionsOf(script).forEach(statement -> digest.add(statement.executableText()));
        return digest.text();
    }

    /**
     * The key of a job, empty if it depends on more than texts say.
     *
     * @param goal how far it is planned
     */
    Optional<String> job(String name, List<ScriptFile> scripts, String goal) {
        if (!scripts.stream().allMatch(JobText::isPlain)) {
            return Optional.empty();
        }
        Digest digest = new Digest("job").add(base).add(goal).add(name).add(allDatabases);
        for (ScriptFile script : scripts) {
            digest.add(script.path())
                    .add(script.settings())
                    .add(script.statements().size());
            for (Statement statement : script.statements()) {
                digest.add(statement.kind().name()).add(statement.executableText());
            }
        }
        digest.add(mentioned(scripts).stream().map(Definition::digest).toList());
        return Optional.of(digest.text());
    }

    /** The files that define what these mention. */
    Set<String> definers(List<ScriptFile> scripts) {
        return mentioned(scripts).stream().map(Definition::file).collect(Collectors.toSet());
    }

    static List<Statement> definitionsOf(ScriptFile script) {
        return script.statements().stream()
                .filter(statement -> statement.kind() == StatementKind.CREATE_TABLE
                        || statement.kind() == StatementKind.CREATE_DATABASE)
                .toList();
    }

    private List<Definition> mentioned(List<ScriptFile> scripts) {
        Mentions mentions = new Mentions();
        scripts.forEach(
                script -> script.statements().forEach(statement -> mentions.addAll(statement.executableText())));
        return definitions.values().stream()
                .filter(definition -> mentions.contain(definition.words()))
                .toList();
    }

    private boolean addCatalog(Statement statement) {
        Optional<StatementText.Catalog> catalog = statement.kind() == StatementKind.CREATE_CATALOG
                ? StatementText.of(statement).catalog()
                : Optional.empty();
        return catalog.filter(found -> KNOWN_CATALOGS.contains(type(found)))
                .filter(found -> catalogs.putIfAbsent(found.name(), found) == null)
                .isPresent();
    }

    /** Definitions have to say their whole name, so that they mean the same whatever stands around them. */
    private boolean addScript(ScriptFile script) {
        List<Statement> own = definitionsOf(script);
        if (!script.isIndependent() || !own.isEmpty() && moves(script)) {
            return false;
        }
        for (Statement statement : own) {
            Optional<List<String>> path = StatementText.of(statement).defined();
            boolean isTable = statement.kind() == StatementKind.CREATE_TABLE;
            if (path.isEmpty() || path.get().size() != (isTable ? 3 : 2)) {
                return false;
            }
            if (isTable) {
                add(Definition.of(path.get(), statement, script.path()));
            } else {
                allDatabases.add(statement.executableText());
            }
        }
        databases.put(script.path(), new Digest("databases").add(allDatabases).text());
        return true;
    }

    private void add(Definition definition) {
        definitions.putIfAbsent(definition.digest(), definition);
    }

    private static boolean moves(ScriptFile script) {
        return script.statements().stream().anyMatch(statement -> statement.kind() == StatementKind.USE);
    }
}
