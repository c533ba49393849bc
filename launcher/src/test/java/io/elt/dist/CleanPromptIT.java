package io.elt.dist;

import io.elt.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** elt asks on a real terminal before it deletes. */
class CleanPromptIT {
    @TempDir
    private Path folder;

    @Test
    void deletesNothingUnlessTheAnswerIsYes() throws Exception {
        Files.writeString(folder.resolve("elt.yaml"), "name: shop");
        Path table = folder.resolve(".elt/warehouse/ods.db/a");
        Files.createDirectories(table);
        Files.writeString(table.resolve("data"), "12345");

        assertThat(clean("n\n")).contains("Delete all that, 5 bytes? [y/N]", "nothing was deleted");
        assertThat(table.resolve("data")).exists();
        assertThat(clean("\n")).contains("nothing was deleted");
        assertThat(table.resolve("data")).exists();

        assertThat(clean("y\n")).contains("deleted 5 bytes");
        assertThat(folder.resolve(".elt")).doesNotExist();
        assertThat(folder.resolve("elt.yaml")).exists();
    }

    private String clean(String answer) throws IOException, InterruptedException {
        String elt = String.join(
                " ",
                "'" + ProcessHandle.current().info().command().orElseThrow() + "'",
                "-XX:TieredStopAtLevel=1 -cp",
                "'" + System.getProperty("java.class.path") + "'",
                Main.class.getName(),
                "clean");
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", elt, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TERM", "dumb");
        builder.environment().remove("ELT_DIRECTORY");
        Process terminal = builder.start();
        try (OutputStream keys = terminal.getOutputStream()) {
            keys.write(answer.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            String said = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            terminal.waitFor();
            return said;
        }
    }
}
