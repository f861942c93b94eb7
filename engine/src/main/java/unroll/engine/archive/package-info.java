/** Many runs on the disk, read back: {@link Archive} reads {@link RunRecord}s, {@link RunsPage} writes them up for people. */
@NullMarked
package unroll.engine.archive;

import org.jspecify.annotations.NullMarked;
