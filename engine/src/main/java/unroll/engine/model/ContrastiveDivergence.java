package unroll.engine.model;

import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * How the gradient of a restricted Boltzmann machine is estimated: its Gibbs chains run a few sweeps from the data (Hinton 2002; thesis
 * sec. 2.7.1).
 *
 * @param sweeps k, at least 1
 * @param persistent whether chains go on from where they were at the update before (Tieleman 2008), as far as the machine is the same at
 *     every step
 */
public record ContrastiveDivergence(
        @Setting(
                label = "Sweeps",
                help = "How many sweeps the Gibbs chains make from the data: k of CD-k. More come closer to the"
                        + " gradient and cost as many products; the thesis takes 10 and from update 1,000 on 25.",
                initial = "0: 10, 1000: 25",
                min = 1,
                max = 10_000)
        Schedule sweeps,

        @Setting(
                label = "Persistent chains",
                help = "Let the chains go on from where they were at the update before instead of from the data. It"
                        + " needs a machine without memory, and counts for the static updates of one that has a"
                        + " memory.",
                initial = "false")
        boolean persistent) {}
