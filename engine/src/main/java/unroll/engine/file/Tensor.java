package unroll.engine.file;

import java.util.List;
import unroll.engine.backend.Precision;

/**
 * Numbers with a shape, as they are kept in files.
 *
 * @param precision of the file
 * @param shape sizes, row by row
 * @param numbers their product many
 */
public record Tensor(Precision precision, List<Integer> shape, double[] numbers) {}
