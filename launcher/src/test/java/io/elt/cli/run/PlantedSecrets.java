package io.elt.cli.run;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Secrets that no text holds by accident, and what to look for to find one of them wherever it was repeated. */
final class PlantedSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each escaping and encoding changes some of these, and none of them ends a string of JAAS, YAML, SQL or a template. */
    private static final String SPECIAL = "'%&+/ é";

    private final Map<String, String> values = new TreeMap<>();

    /** A secret that the test finds again under this name. */
    String plant(String name) {
        return plant(name, SPECIAL);
    }

    /** For a place that takes letters only. */
    String plantPlain(String name) {
        return plant(name, "");
    }

    private String plant(String name, String special) {
        String value = "pl4nt" + letters() + special + letters();
        values.put(name, value);
        return value;
    }

    Map<String, String> values() {
        return values;
    }

    /** The names of the secrets that a text repeats, each with the form. */
    List<String> in(String text) {
        List<String> found = new ArrayList<>();
        values.forEach((name, value) -> forms(value).forEach(form -> {
            if (text.contains(form)) {
                found.add(name + " as " + form);
            }
        }));
        return found;
    }

    /** The files below a folder that repeat a secret. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            in(file).forEach(secret -> found.add(folder.relativize(file) + ": " + secret));
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private List<String> in(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Set<String> found = new LinkedHashSet<>(in(new String(bytes, ISO_8859_1)));
            found.addAll(in(new String(bytes, UTF_8)));
            return List.copyOf(found);
        } catch (NoSuchFileException e) {
            // A checkpoint that another one has replaced.
            return List.of();
        }
    }

    /** The random halves are looked for alone, too: a text may be cut, or escaped in a way that nobody thought of. */
    private static Set<String> forms(String value) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        forms.add(URLEncoder.encode(value, UTF_8));
        forms.add(value.replace("'", "''"));
        forms.add(value.substring(0, 15));
        forms.add(value.substring(value.length() - 10));
        for (int shift = 0; shift < 3; shift++) {
            byte[] bytes = ("x".repeat(shift) + value).getBytes(UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.add(encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 2));
        }
        return forms;
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            letters.append((char) ('a' + RANDOM.nextInt(26)));
        }
        return letters.toString();
    }
}
