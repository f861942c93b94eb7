/** Pieces of music as the notes that sound at each time step, and their files: {@link PianoRoll}, {@link MidiPiece}. */
@NullMarked
package unroll.engine.music;

import org.jspecify.annotations.NullMarked;
