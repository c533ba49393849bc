package io.elt.plan;

import io.elt.runner.lake.LakeFolder;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A local file by the name that Flink and Paimon know it by. That looks like a URI and is none, so {@link Path#toUri} would
 * make another folder, {@code my%20work}, of {@code my work}.
 */
public final class FileAddress {
    /** {@code elt-file:/home/me/bank/.elt/warehouse}. */
    public static final String LAKE = LakeFolder.SCHEME;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]+");

    private FileAddress() {}

    /** For Flink, which takes the name as it is. */
    public static String of(Path file) {
        return "file://" + file.toAbsolutePath();
    }

    /**
     * For a lake of Paimon, which encodes the name of a warehouse once more when it opens the catalog, and then goes by that:
     * in this address there is nothing to encode.
     */
    public static String ofLake(Path folder) {
        String path = folder.toAbsolutePath().toString();
        if (PLAIN.matcher(path).matches()) {
            return LAKE + ":" + path;
        }
        StringBuilder address =
                new StringBuilder(LAKE + ":/(" + folder.toAbsolutePath().getNameCount() + ")");
        path.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String code = String.format("(%X)", letter.codePointAt(0));
            address.append(PLAIN.matcher(letter).matches() ? letter : code);
        });
        return address.toString();
    }

    /** The file of an address, of a lake or of any other. */
    public static Path path(String address) {
        String scheme = address.substring(0, address.indexOf(':'));
        String path = address.substring(scheme.length() + 1);
        String name = path.startsWith("//") ? path.substring(2) : path;
        return Path.of(scheme.equals(LAKE) ? LakeFolder.unescape(name) : name);
    }
}
