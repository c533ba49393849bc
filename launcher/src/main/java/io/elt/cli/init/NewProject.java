package io.elt.cli.init;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.FileReason;
import io.elt.project.Names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project that is not there yet.
 *
 * @param folder where it will be; absolute
 */
public record NewProject(Path folder, String name) {
    /** What may lie in the folder already: an empty repository. */
    private static final Set<String> WELCOME = Set.of(".git");

    /** So many names of what is in the way are told. */
    private static final int TOLD = 5;

    /**
     * @param name if it shall have another name than its folder
     * @throws io.elt.diagnostic.EltException if that cannot be a project's name
     */
    public static NewProject in(Path folder, Optional<String> name) {
        Path absolute = folder.toAbsolutePath().normalize();
        String folderName =
                Optional.ofNullable(absolute.getFileName()).map(Path::toString).orElse("");
        String wanted = name.orElse(folderName);
        if (!Names.isName(wanted)) {
            throw badName(wanted).toException();
        }
        return new NewProject(absolute, wanted);
    }

    /**
     * Writes all files of the project, or none.
     *
     * @return the files, by their paths in the folder
     * @throws io.elt.diagnostic.EltException if something is in the folder, or it cannot be written
     */
    public List<String> create() {
        List<String> there = there();
        if (!there.isEmpty()) {
            throw notEmpty(there).toException();
        }
        List<Path> made = new ArrayList<>();
        List<Template> templates = Template.all(name);
        try {
            for (Template template : templates) {
                Path file = folder.resolve(template.path());
                makeFolders(file.getParent(), made);
                made.add(file);
                Files.writeString(file, template.text(), StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            Collections.reverse(made);
            made.forEach(NewProject::takeBack);
            throw notWritten(e).toException(e);
        }
        return templates.stream().map(Template::path).toList();
    }

    private List<String> there() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw Diagnostic.error(ErrorCode.FOLDER_NOT_EMPTY, folder + " is a file")
                    .withHint("give the name of a new folder: elt init my_warehouse")
                    .toException();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !WELCOME.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw notWritten(e).toException(e);
        }
    }

    private static void makeFolders(Path wanted, List<Path> made) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        if (wanted.getParent() != null) {
            makeFolders(wanted.getParent(), made);
        }
        Files.createDirectory(wanted);
        made.add(wanted);
    }

    private static void takeBack(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Whatever kept the project from being written will be told.
            System.getLogger(NewProject.class.getName()).log(System.Logger.Level.DEBUG, "left behind", e);
        }
    }

    private static Diagnostic badName(String name) {
        Diagnostic bad = Diagnostic.error(
                ErrorCode.BAD_PROJECT_NAME,
                "'" + name
                        + "' cannot be the name of a project: it starts with a letter and has letters, digits, _ and -"
                        + " after it");
        String near = name.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
        return bad.withHint("give it a name of its own: --name " + (near.isEmpty() ? "my_warehouse" : near));
    }

    private Diagnostic notEmpty(List<String> there) {
        String more = there.size() > TOLD ? " and " + (there.size() - TOLD) + " more" : "";
        String told = String.join(", ", there.subList(0, Math.min(TOLD, there.size()))) + more;
        Diagnostic error = Diagnostic.error(
                ErrorCode.FOLDER_NOT_EMPTY, "the folder " + folder + " is not empty, so nothing was written: " + told);
        return there.contains("elt.yaml")
                ? error.withHint("it is a project already; 'elt check' tells what is wrong with it, if anything is")
                : error.withHint("name a new folder: elt init " + name);
    }

    private Diagnostic notWritten(IOException error) {
        return Diagnostic.error(
                        ErrorCode.NOT_WRITABLE,
                        "the project cannot be written to " + folder + ": " + FileReason.of(error))
                .withHint("nothing was left behind; make the folder writable, or name another one");
    }
}
