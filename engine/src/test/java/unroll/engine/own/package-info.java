/** Reads a folder of people's files whose content is known, and tells of each what became of it. See {@link OwnDataReport}. */
@NullMarked
package unroll.engine.own;

import org.jspecify.annotations.NullMarked;
