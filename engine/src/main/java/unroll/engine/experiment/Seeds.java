package unroll.engine.experiment;

import unroll.engine.setting.Setting;

/**
 * Where random numbers begin.
 *
 * @param data of the sequences
 * @param initialisation of the first parameters
 * @param sampling of what the network itself draws
 */
public record Seeds(
        @Setting(label = "Data", help = "Which sequences are drawn.", initial = "1", min = 0, max = 1e15)
        long data,

        @Setting(
                label = "Initialisation",
                help = "Which first parameters are drawn.",
                initial = "1",
                min = 0,
                max = 1e15)
        long initialisation,

        @Setting(
                label = "Sampling",
                help = "What the network draws when it runs free with random outputs.",
                initial = "1",
                min = 0,
                max = 1e15)
        long sampling) {}
