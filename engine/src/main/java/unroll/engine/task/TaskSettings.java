package unroll.engine.task;

/** The settings of a task, one record for each kind of task. */
public sealed interface TaskSettings
        permits BouncingBalls,
                Addition,
                Multiplication,
                Xor,
                TemporalOrder,
                TemporalOrder3,
                Permutation,
                Memorisation,
                Reversal,
                Copy,
                Parity,
                BinaryAddition,
                RunningSum,
                LargerTotal,
                OwnSeries,
                Spelling,
                Text,
                MackeyGlass,
                Curves,
                OwnPictures {
    /**
     * The task with these settings.
     *
     * @throws unroll.engine.data.DataException where a file it needs cannot be used
     */
    Task open();
}
