package unroll.engine.music;

import java.util.List;

/**
 * A piece that the generator composed.
 *
 * @param key its key
 * @param voices from the highest down, notes in steps
 * @param frames steps of it
 * @param step how long a step is
 * @param beats quarter notes a minute
 */
record ComposedPiece(SampleKey key, List<List<RollNote>> voices, int frames, TimeStep step, double beats) {
    byte[] file() {
        return MidiWriter.write(voices, frames, step, beats);
    }

    /** What a voice sings in a step; -1 where it is silent. */
    int at(int voice, int frame) {
        return voices.get(voice).stream()
                .filter(note -> note.from() <= frame && frame < note.to())
                .mapToInt(RollNote::key)
                .findFirst()
                .orElse(-1);
    }
}
