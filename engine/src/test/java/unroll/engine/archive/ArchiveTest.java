package unroll.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.archive.RunRecord.Damaged;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.Cost;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

class ArchiveTest {
    @TempDir
    Path folder;

    @Test
    void a_run_tells_its_last_and_its_best_test_and_what_it_took() throws IOException {
        Whole run = HandwrittenRun.read(HandwrittenRun.run(folder, "one", "0.01", 3, 0.5, 0.2, 0.3));
        assertThat(run.last()).hasValue(0.3);
        assertThat(run.best().orElseThrow().update()).isEqualTo(100);
        assertThat(Whole.headline(run.best().orElseThrow())).isEqualTo(0.2);
        assertThat(run.spent().updates()).isEqualTo(200);
        assertThat(run.spent().evaluations()).isEqualTo(400);
        assertThat(run.standing()).isEqualTo("paused at 200");
        assertThat(run.seeds()).isEqualTo("3");
        assertThat(run.measures())
                .as("names of the file, units of the task")
                .containsExactly(new ScoreLabel("half squared error", ""), new ScoreLabel("sequences wrong", "%"));
        assertThat(HandwrittenRun.read(HandwrittenRun.run(folder, "over", "0.01", 3, 0.5, 0.2, 0.3, 0.4))
                        .standing())
                .isEqualTo("finished");
        assertThat(HandwrittenRun.read(HandwrittenRun.run(folder, "nan", "0.01", 3, Double.NaN, 0.2))
                        .best()
                        .orElseThrow()
                        .update())
                .as("what is no number is not the best")
                .isEqualTo(100);
    }

    /** An estimate and what is known exactly can be laid over each other; a unit tells them apart. */
    @Test
    void scores_of_one_quantity_are_compared_however_they_were_found() {
        ScoreLabel exact = ScoreLabel.of("log loss (nats)");
        ScoreLabel estimate = ScoreLabel.of("log loss by sampling at 9 points (nats)");
        assertThat(estimate.quantity()).isEqualTo(exact).isEqualTo(exact.quantity());
        assertThat(estimate.words()).isEqualTo("log loss by sampling at 9 points, nats");
        assertThat(ScoreLabel.of("log loss (bits)").quantity()).isNotEqualTo(exact);
    }

    @Test
    void a_run_that_stopped_says_why_and_what_people_wrote() throws IOException {
        Path path = HandwrittenRun.run(folder, "one", "0.01", 3, 0.5);
        assertThat(HandwrittenRun.read(path).remarks().notes()).isEmpty();
        Files.writeString(path.resolve("stopped.txt"), "The loss is not finite.");
        RunFolder.at(path).remark(Remarks.NONE.withNotes("too fast\n"));
        assertThat(HandwrittenRun.read(path).stopped()).isEqualTo("The loss is not finite.");
        assertThat(HandwrittenRun.read(path).standing()).isEqualTo("stopped at 0");
        assertThat(HandwrittenRun.read(path).remarks().notes()).isEqualTo("too fast\n");
        RunFolder.at(path).remark(Remarks.NONE.withNotes("  "));
        assertThat(path.resolve("notes.md")).doesNotExist();
    }

    @Test
    void folders_come_newest_first_and_what_is_left_of_a_run_is_one_that_is_damaged() throws IOException {
        Path old = HandwrittenRun.run(folder, "old", "0.01", 1, 0.5);
        Path young = HandwrittenRun.run(folder, "young", "0.01", 1, 0.5);
        Files.setLastModifiedTime(old.resolve("metrics.csv"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.createDirectories(folder.resolve("no run"));
        Archive archive = new Archive(folder);
        assertThat(archive.folders().stream().map(RunFolder::path)).containsExactly(young, old);
        Files.delete(young.resolve("experiment.json"));
        assertThat(archive.read(RunFolder.at(young)))
                .isInstanceOfSatisfying(
                        Damaged.class, run -> assertThat(run.complaint()).contains("no experiment.json"));
        Files.writeString(old.resolve("experiment.json"), "{\"task\": 3}");
        assertThat(archive.read(RunFolder.at(old)))
                .isInstanceOfSatisfying(
                        Damaged.class, run -> assertThat(run.complaint()).contains("experiment.json", "task"));
        assertThat(new Archive(folder.resolve("nowhere")).folders()).isEmpty();
    }

    @Test
    void a_run_is_read_again_only_after_its_files_changed() throws IOException {
        Path path = HandwrittenRun.run(folder, "one", "0.01", 1, 0.5);
        Archive archive = new Archive(folder);
        RunRecord first = archive.read(RunFolder.at(path));
        assertThat(archive.read(RunFolder.at(path))).isSameAs(first);
        HandwrittenRun.run(folder, "one", "0.01", 1, 0.5, 0.25);
        assertThat(((Whole) archive.read(RunFolder.at(path))).last()).hasValue(0.25);
    }

    @Test
    void runs_that_differ_in_seeds_alone_are_one_group_whose_band_ends_with_the_shortest() throws IOException {
        Whole one = HandwrittenRun.read(HandwrittenRun.run(folder, "one", "0.01", 1, 4, 2, 1));
        Whole two = HandwrittenRun.read(HandwrittenRun.run(folder, "two", "0.01", 2, 6, 4));
        Whole other = HandwrittenRun.read(HandwrittenRun.run(folder, "other", "0.02", 1, 6, 4));
        List<SeedGroup> groups = SeedGroup.of(List.of(one, other, two));
        assertThat(groups).extracting(SeedGroup::runs).containsExactly(List.of(one, two), List.of(other));
        SeedGroup.Band band = groups.getFirst().band(Cost.UPDATES).orElseThrow();
        assertThat(band.spent()).containsExactly(0, 100);
        assertThat(band.mean()).containsExactly(5, 3);
        assertThat(band.least()).containsExactly(4, 2);
        assertThat(band.most()).containsExactly(6, 4);
        assertThat(groups.getFirst().band(Cost.SECONDS).orElseThrow().spent())
                .as("the mean of what both had spent there")
                .containsExactly(
                        (one.spent().tests().get(0).seconds()
                                        + two.spent().tests().get(0).seconds())
                                / 2,
                        (one.spent().tests().get(1).seconds()
                                        + two.spent().tests().get(1).seconds())
                                / 2);
        assertThat(groups.getLast().band(Cost.UPDATES))
                .as("one run has no spread")
                .isEmpty();
    }

    @Test
    void words_tell_what_differs_but_not_names_and_seeds() throws IOException {
        Whole one = HandwrittenRun.read(HandwrittenRun.run(folder, "one", "0.01", 1, 4));
        Whole seed = HandwrittenRun.read(HandwrittenRun.run(folder, "seed", "0.01", 2, 4));
        Whole rate = HandwrittenRun.read(HandwrittenRun.run(folder, "rate", "0.001", 2, 4));
        assertThat(Contrast.words(one.experiment(), one.experiment())).isEqualTo("nothing");
        assertThat(Contrast.words(one.experiment(), seed.experiment())).isEqualTo("only the seeds");
        assertThat(Contrast.words(one.experiment(), rate.experiment()))
                .isEqualTo("optimiser.learningRate 0.01 \u2192 0.001");
        Contrast contrast = Contrast.among(List.of(one.settings(), seed.settings(), rate.settings()));
        assertThat(contrast.paths()).containsExactly("optimiser.learningRate");
        assertThat(contrast.words(rate.settings())).isEqualTo("optimiser.learningRate 0.001");
        Contrast kinds = Contrast.among(List.of(
                Map.of("optimiser", "adam", "optimiser.learningRate", "1", "training.batch", "5"),
                Map.of("optimiser", "momentum", "optimiser.learningRate", "2", "training.batch", "5")));
        assertThat(kinds.paths())
                .as("rates of two methods say nothing of each other")
                .containsExactly("optimiser");
        assertThat(Contrast.among(List.of(one.settings(), seed.settings())).paths())
                .isEmpty();
    }

    @Test
    void a_deleted_run_lies_in_the_bin_and_comes_back_whole() throws IOException {
        Path runs = folder.resolve("runs");
        Path run = HandwrittenRun.run(runs, "one", "0.01", 1, 4);
        String metrics = Files.readString(run.resolve("metrics.csv"));
        Bin bin = Bin.beside(runs);
        Path first = bin.put(run);
        assertThat(run).doesNotExist();
        assertThat(first).isEqualTo(folder.resolve("bin").resolve("one"));
        HandwrittenRun.run(runs, "one", "0.02", 1, 9);
        assertThatThrownBy(() -> bin.back(first, run))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is there again");
        Path second = bin.put(run);
        assertThat(second.getFileName()).hasToString("one (2)");
        bin.back(first, run);
        assertThat(run.resolve("metrics.csv")).hasContent(metrics);
        assertThatThrownBy(() -> bin.put(folder.resolve("gone"))).hasMessageContaining("cannot be moved");
    }

    @Test
    void the_baseline_is_kept_and_forgotten() throws IOException {
        assertThat(PinnedRun.of(folder)).isEmpty();
        PinnedRun.keep(folder, "one 2026-11-21");
        assertThat(PinnedRun.of(folder)).isEqualTo("one 2026-11-21");
        PinnedRun.keep(folder, "");
        assertThat(PinnedRun.of(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void notes_in_another_encoding_are_read_and_a_damaged_origin_hides_no_numbers() throws IOException {
        Path path = HandwrittenRun.run(folder, "one", "0.01", 3, 0.5);
        Files.write(path.resolve("notes.md"), new byte[] {'g', (byte) 0xfc, 't'});
        Files.writeString(path.resolve("origin.json"), "{\"run\": ");
        Whole run = HandwrittenRun.read(path);
        assertThat(run.remarks().notes()).isEqualTo("güt");
        assertThat(run.last()).hasValue(0.5);
        assertThat(run.origin()).isEmpty();
    }
}
