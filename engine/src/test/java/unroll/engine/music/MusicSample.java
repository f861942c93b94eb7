package unroll.engine.music;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Makes the sample music: chorales, canons and preludes of broken chords by the rules of the strict style, each a function of its number. A
 * fifth of each kind is to test on. Run it from the project's root, once the engine is compiled:
 * {@code java -cp engine/target/classes engine/src/test/java/unroll/engine/music/MusicSample.java sample-data/music}
 */
final class MusicSample {
    private static final long SEED = 1685;

    /** One in so many is to test on. */
    private static final int KEPT_BACK = 5;

    private static final List<SampleKey> KEYS = List.of(
            new SampleKey(0, false),
            new SampleKey(9, true),
            new SampleKey(7, false),
            new SampleKey(2, true),
            new SampleKey(5, false),
            new SampleKey(4, true));

    /**
     * A kind of pieces.
     *
     * @param name of one of them
     * @param count how many
     * @param keys in turn
     */
    private record Form(
            String name, int count, List<SampleKey> keys, BiFunction<SampleKey, Philox, ComposedPiece> composer) {}

    private static final List<Form> FORMS = List.of(
            new Form("chorale", 60, KEYS, Chorale::compose),
            new Form("canon", 10, KEYS.stream().filter(key -> !key.minor()).toList(), Canon::compose),
            new Form("arpeggio", 10, KEYS, Arpeggio::compose));

    private MusicSample() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, ComposedPiece> piece : pieces().entrySet()) {
            Path file = Path.of(arguments[0]).resolve(piece.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, piece.getValue().file());
        }
    }

    /** All pieces by their files. */
    static SequencedMap<String, ComposedPiece> pieces() {
        SequencedMap<String, ComposedPiece> pieces = new LinkedHashMap<>();
        for (int f = 0; f < FORMS.size(); f++) {
            Form form = FORMS.get(f);
            for (int i = 0; i < form.count(); i++) {
                Philox random = new Philox(SEED, Purpose.TRAINING_DATA).restart(SEED + f, Purpose.TRAINING_DATA, i);
                String part = i % KEPT_BACK == KEPT_BACK - 1 ? "test" : "train";
                String name = String.format(Locale.ROOT, "%1$ss/%2$s/%1$s-%3$02d.mid", form.name(), part, i + 1);
                pieces.put(
                        name,
                        form.composer().apply(form.keys().get(i % form.keys().size()), random));
            }
        }
        return pieces;
    }
}
