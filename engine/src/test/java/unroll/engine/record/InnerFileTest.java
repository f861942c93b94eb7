package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InnerFileTest {
    @TempDir
    Path folder;

    private static InnerLoop loop(long update, int iterations) {
        InnerWatch watch = new InnerWatch(() -> true, () -> {});
        watch.begin(update);
        for (int i = 0; i < iterations; i++) {
            watch.iterated(i, -Math.sqrt(i) / update, Math.exp(-i / 7.0));
            if (i % 9 == 5) {
                watch.kept();
            }
        }
        return watch.loop();
    }

    private static List<String> rows(InnerLoop loop) {
        return IntStream.range(0, loop.size())
                .mapToObj(i -> loop.number(i) + " " + loop.quadratic(i) + " " + loop.residual(i) + " " + loop.kept(i))
                .toList();
    }

    private static List<Long> updates(Diagnostics inside) {
        return inside.loops().stream().map(InnerLoop::update).toList();
    }

    private Path file() {
        return folder.resolve("run").resolve("inner.csv");
    }

    /** A file with the loops of these updates, flushed after each. */
    private Diagnostics written(long... updates) {
        Diagnostics inside = new Diagnostics(List.of());
        InnerFile file = new InnerFile(inside);
        for (long update : updates) {
            file.add(loop(update, 20 + (int) update % 7));
            file.flush(file());
        }
        return inside;
    }

    private Diagnostics read(long update) {
        Diagnostics inside = new Diagnostics(List.of());
        InnerFile.cut(file(), update, inside, complaint -> {});
        return inside;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 79, 80, 81, 207, 1000})
    void a_loop_is_read_as_it_was_kept(int iterations) {
        Diagnostics kept = new Diagnostics(List.of());
        InnerFile file = new InnerFile(kept);
        file.add(loop(3, iterations));
        file.flush(file());
        assertThat(rows(read(3).loop(3).orElseThrow()))
                .isEqualTo(rows(kept.loop(3).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 79, 80, 81, 160, 161, 1000})
    void of_many_iterations_the_ends_and_the_marked_stay_and_the_others_are_even(int iterations) {
        InnerLoop whole = loop(3, iterations);
        InnerLoop thinned = whole.thinned(80);
        int marked =
                (int) IntStream.range(0, iterations).filter(i -> whole.kept(i)).count();
        assertThat(thinned.size()).isLessThanOrEqualTo(Math.min(iterations, 81 + marked));
        assertThat(IntStream.range(0, thinned.size()).filter(thinned::kept).count())
                .isEqualTo(marked);
        assertThat(thinned.number(0)).isZero();
        assertThat(thinned.number(thinned.size() - 1)).isEqualTo(iterations - 1);
        for (int i = 0; i < thinned.size(); i++) {
            int number = thinned.number(i);
            assertThat(i == 0 || number > thinned.number(i - 1)).isTrue();
            assertThat(thinned.quadratic(i)).isEqualTo((float) whole.quadratic(number));
            assertThat(thinned.residual(i)).isEqualTo((float) whole.residual(number));
            assertThat(i == 0 || number - thinned.number(i - 1) <= iterations / 80 + 1)
                    .isTrue();
        }
    }

    @Test
    void loops_beyond_the_checkpoint_are_cut_off() throws IOException {
        written(1, 2, 3, 4);
        String whole = Files.readString(file());
        assertThat(updates(read(3))).containsExactly(1L, 2L, 3L);
        assertThat(Files.readString(file())).isEqualTo(whole.substring(0, whole.indexOf("\n4,0,") + 1));
        assertThat(updates(read(9))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_update_made_anew_takes_the_place_of_those_from_there_on() {
        Diagnostics inside = written(1, 2, 3, 4, 3);
        assertThat(updates(inside)).containsExactly(1L, 2L, 3L);
        assertThat(updates(read(9))).containsExactly(1L, 2L, 3L);
    }

    /** As a crash leaves it: the later lines were appended, and nothing was thinned or taken back in memory. */
    @Test
    void lines_of_an_update_made_anew_count_and_those_before_do_not() throws IOException {
        written(1, 2, 3);
        String again = "2,0,-0.5,1,0\n2,1,-0.75,0.5,1\n";
        Files.writeString(file(), Files.readString(file()) + again);
        Diagnostics inside = read(9);
        assertThat(updates(inside)).containsExactly(1L, 2L);
        assertThat(rows(inside.loop(2).orElseThrow())).containsExactly("0 -0.5 1.0 false", "1 -0.75 0.5 true");
        assertThat(Files.readString(file())).doesNotContain("\n3,").endsWith(again);
    }

    @Test
    void a_long_run_keeps_few_loops_the_newest_among_them_and_a_small_file() throws IOException {
        long[] updates =
                IntStream.rangeClosed(1, 5 * Diagnostics.LOOPS).asLongStream().toArray();
        Diagnostics inside = written(updates);
        assertThat(inside.loops()).hasSizeBetween(Diagnostics.LOOPS / 2, Diagnostics.LOOPS);
        assertThat(updates(inside)).isSorted().contains(1L, updates[updates.length - 1]);
        assertThat(updates(read(updates.length))).isEqualTo(updates(inside));
        assertThat(Files.readAllLines(file())).hasSizeLessThan(27 * Diagnostics.LOOPS);
    }

    @ParameterizedTest
    @CsvSource({"half a line", "no header", "nothing", "no text", "a line of another table"})
    void a_damaged_file_is_mended_as_far_as_its_lines_are_whole(String damage) throws IOException {
        written(1, 2);
        String whole = Files.readString(file());
        switch (damage) {
            case "half a line" -> Files.writeString(file(), whole + "3,0,-0.5,0");
            case "no header" -> Files.writeString(file(), whole.substring(whole.indexOf('\n') + 1));
            case "nothing" -> Files.writeString(file(), "");
            case "no text" -> Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});
            default -> Files.writeString(file(), whole + "3,0.1,0.2,x,1\n");
        }
        boolean lost = damage.equals("nothing") || damage.equals("no text");
        Diagnostics inside = read(9);
        assertThat(updates(inside)).isEqualTo(lost ? List.of() : List.of(1L, 2L));
        assertThat(Files.readString(file())).isEqualTo(lost ? whole.substring(0, whole.indexOf('\n') + 1) : whole);
    }

    @Test
    void a_run_without_inner_loops_has_no_file() {
        InnerFile file = new InnerFile(new Diagnostics(List.of()));
        file.add(InnerLoop.NONE);
        file.flush(file());
        assertThat(file()).doesNotExist();
        assertThat(updates(read(9))).isEmpty();
    }
}
