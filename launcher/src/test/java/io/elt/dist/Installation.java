package io.elt.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What the tar file unpacks to, with {@link Probe} in place of the launcher. */
record Installation(Path home) {
    static final Path SCRIPTS = Path.of("src/dist").toAbsolutePath();

    static Installation make(Path home) throws IOException {
        copy(SCRIPTS, home);
        Installation installation = new Installation(home);
        installation.writeLauncher("of the first release");
        return installation;
    }

    static void copy(Path from, Path to) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(from)) {
            sources = walk.toList();
        }
        for (Path source : sources) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
                continue;
            }
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    Path elt() {
        return home.resolve("bin/elt");
    }

    Path launcher() {
        return home.resolve("lib/elt-launcher.jar");
    }

    /** The same classes each time; the content of the jar differs with the comment. */
    void writeLauncher(String comment) throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
        try (OutputStream file = Files.newOutputStream(launcher());
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream probe = Probe.class.getResourceAsStream("Probe.class")) {
            jar.setComment(comment);
            jar.putNextEntry(new ZipEntry(Probe.class.getName().replace('.', '/') + ".class"));
            probe.transferTo(jar);
        }
    }
}
