package unroll.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep over data that lie beside its document. */
class SweepFilesTest {
    @TempDir
    Path folder;

    @Test
    void data_beside_the_document_are_found_from_the_folder_in_which_the_sweep_was_begun() throws IOException {
        Path place = Files.createDirectories(folder.resolve("plan"));
        for (String name : new String[] {"a.csv", "b.csv"}) {
            Files.writeString(place.resolve(name), "0.1,0.4\n0.3,0.2\n0.2,0.1\n".repeat(40));
        }
        Path document = Files.writeString(place.resolve("plan.json"), """
            {"name": "both", "base": {"task": {"kind": "own-series", "folder": "a.csv", "window": 5}},
             "axes": [{"axis": "data", "set": "task.folder", "values": ["a.csv", "b.csv"]}]}
            """);
        Sweep sweep = Sweep.read(document);
        assertThat(sweep.base().task().files()).containsExactly(place.resolve("a.csv"));
        assertThat(sweep.cells())
                .extracting(cell -> cell.experiment().task().files().getFirst())
                .containsExactly(place.resolve("a.csv"), place.resolve("b.csv"));
        SweepFolder begun = new SweepFolder(folder.resolve("begun"));
        begun.begin(sweep);
        assertThat(begun.sweep().cells()).isEqualTo(sweep.cells());
        begun.begin(begun.sweep());
        assertThat(begun.sweep().cells()).isEqualTo(sweep.cells());
        assertThat(Files.readString(begun.document())).isEqualTo(sweep.text());
    }
}
