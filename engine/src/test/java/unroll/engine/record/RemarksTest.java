package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wrote about a run lies in two small texts in its folder. */
class RemarksTest {
    @TempDir
    private Path folder;

    @Test
    void theLabelIsATextThatPeopleCanReadAndWrite() throws IOException {
        RunFolder run = RunFolder.at(folder);
        run.remark(new Remarks("  Best \n so far: 0.1 ", List.of("paper", "fig-2", "paper"), "slow"));
        assertThat(folder.resolve("label.txt")).hasContent("name: Best so far: 0.1\ntags: paper fig-2\n");
        assertThat(folder.resolve("notes.md")).hasContent("slow");
        assertThat(run.remarks()).isEqualTo(new Remarks("Best so far: 0.1", List.of("paper", "fig-2"), "slow"));
        Files.writeString(folder.resolve("label.txt"), "by hand\n TAGS: a,b  c,\r\nName:x");
        assertThat(run.remarks()).isEqualTo(new Remarks("x", List.of("a", "b", "c"), "slow"));
        run.remark(Remarks.NONE);
        assertThat(folder).isEmptyDirectory();
        assertThat(run.remarks()).isEqualTo(Remarks.NONE);
    }

    @Test
    void aRunIsAsOldAsTheNameOfItsFolderSaysOrTheFolderItself() throws IOException {
        RunFolder stamped = RunFolder.at(folder.resolve("Sums 2020-02-03 04.05.06 (2)"));
        assertThat(stamped.made())
                .isEqualTo(LocalDateTime.of(2020, 2, 3, 4, 5, 6)
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
        RunFolder never = RunFolder.at(Files.createDirectory(folder.resolve("Sums 2020-02-33 04.05.06")));
        assertThat(never.made()).isEqualTo(never.changed());
        RunFolder own = RunFolder.at(Files.createDirectory(folder.resolve("own")));
        Files.writeString(own.metrics(), "");
        Files.setLastModifiedTime(own.metrics(), java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(own.made()).as("the folder is younger than its files say").isAfter(stamped.made());
    }
}
