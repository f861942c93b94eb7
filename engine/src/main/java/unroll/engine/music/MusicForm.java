package unroll.engine.music;

/**
 * How pieces of music are read.
 *
 * @param unit of the time step
 * @param step its length in that unit; of no meaning where it is to be found
 * @param keyboard the keys that are looked at
 * @param valid whether pieces in 'valid' are the ones to test on; else those in 'test'
 */
public record MusicForm(StepUnit unit, double step, Keyboard keyboard, boolean valid) {}
