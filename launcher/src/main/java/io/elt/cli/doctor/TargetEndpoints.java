package io.elt.cli.doctor;

import io.elt.plan.FileAddress;
import io.elt.project.Project;
import io.elt.project.RunOn;
import io.elt.project.Source;
import io.elt.project.SourceFile;
import io.elt.render.Renderer;
import io.elt.script.Options;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a target names: in the options of its sources, in its catalogs, in its settings for Flink. */
final class TargetEndpoints {
    private static final String PROPERTIES = "properties.";
    private static final String SERVERS = PROPERTIES + "bootstrap.servers";
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:jdbc:)?\\w+://([^/?;,]+:\\d+).*");
    private static final Pattern HOST = Pattern.compile("\\w+://([^/?;,:]+)(?:[/?].*)?");
    private static final String NAME_NODE_PORT = ":8020";

    private final Project project;
    private final Renderer renderer;
    private final List<Integer> ownPorts;
    private final Set<Endpoint> found = new LinkedHashSet<>();

    private TargetEndpoints(Project project, Renderer renderer, List<Integer> ownPorts) {
        this.project = project;
        this.renderer = renderer;
        this.ownPorts = ownPorts;
    }

    /**
     * @param ownPorts where the embedded stack listens while it runs, so that nobody need answer there now
     * @throws io.elt.diagnostic.EltException if a value cannot be rendered, as for want of an environment variable
     */
    static Set<Endpoint> of(Project project, Renderer renderer, List<Integer> ownPorts) {
        TargetEndpoints endpoints = new TargetEndpoints(project, renderer, ownPorts);
        project.sources().values().forEach(endpoints::addSource);
        project.files().catalogs().forEach(endpoints::addCatalog);
        endpoints.addFlink();
        renderer.stateFolder().ifPresent(folder -> endpoints.addFolder("state", folder, Endpoint.Access.WRITE));
        return endpoints.found;
    }

    private void addSource(Source source) {
        Map<String, String> options = renderer.options(source);
        String name = "source " + source.name();
        if (options.containsKey(SERVERS)) {
            Map<String, String> properties = new TreeMap<>();
            options.forEach((key, value) -> {
                if (key.startsWith(PROPERTIES) && !key.equals(PROPERTIES + "group.id")) {
                    properties.put(key.substring(PROPERTIES.length()), value);
                }
            });
            add(new Endpoint.Kafka(options.get(SERVERS), properties));
        }
        if (options.containsKey("hostname")) {
            add(new Endpoint.Server(name, options.get("hostname") + ":" + options.getOrDefault("port", "3306")));
        }
        Optional.ofNullable(options.get("url"))
                .flatMap(TargetEndpoints::server)
                .ifPresent(server -> add(new Endpoint.Server(name, server)));
        Optional.ofNullable(options.get("path")).ifPresent(path -> addFolder(name, path, Endpoint.Access.READ));
    }

    private void addCatalog(SourceFile file) {
        Map<String, String> options = Options.of(renderer.render(file).executableText());
        String name = "catalog " + file.name();
        Optional.ofNullable(options.get("warehouse"))
                .ifPresent(warehouse -> addFolder(name, warehouse, Endpoint.Access.WRITE));
        Optional.ofNullable(options.get("jdbc-url"))
                .ifPresent(url -> add(new Endpoint.StarRocks(
                        url, options.getOrDefault("username", ""), options.getOrDefault("password", ""))));
        Optional.ofNullable(options.get("http-url")).ifPresent(urls -> {
            for (String url : urls.split("[;,]")) {
                add(new Endpoint.Server("Stream Load", url.replaceFirst("^\\w+://", "")));
            }
        });
    }

    private void addFlink() {
        Map<String, String> settings = renderer.flinkSettings();
        Optional.ofNullable(settings.get("rest.address"))
                .ifPresent(host ->
                        add(new Endpoint.Server("Flink", host + ":" + settings.getOrDefault("rest.port", "8081"))));
    }

    private void addFolder(String name, String address, Endpoint.Access access) {
        if (address.startsWith("/")) {
            add(new Endpoint.Folder(name, address, access));
        } else if (address.startsWith("file:") || address.startsWith(FileAddress.LAKE + ":")) {
            add(new Endpoint.Folder(name, FileAddress.path(address).toString(), access));
        } else if (address.startsWith("hdfs:")) {
            server(address).ifPresent(server -> add(new Endpoint.Server(name, server)));
        } else {
            add(new Endpoint.Elsewhere(name, address));
        }
    }

    private void add(Endpoint endpoint) {
        if (project.target().runOn() == RunOn.EMBEDDED && isOwn(endpoint.address())) {
            return;
        }
        found.add(endpoint);
    }

    private boolean isOwn(String address) {
        return ownPorts.stream().anyMatch(port -> address.matches("(?:jdbc:mysql://)?127\\.0\\.0\\.1:" + port));
    }

    /** The {@code host:port} of a URL of JDBC or of a file system. */
    static Optional<String> server(String url) {
        Matcher both = HOST_AND_PORT.matcher(url);
        if (both.matches()) {
            return Optional.of(both.group(1));
        }
        Matcher host = HOST.matcher(url);
        return host.matches() ? Optional.of(host.group(1) + NAME_NODE_PORT) : Optional.empty();
    }
}
