/**
 * {@link org.xerial.snappy.Snappy} alone, under the name by which the library that reads Parquet asks for it. The library of that name writes beyond a buffer
 * where a damaged page holds more than its header says, and takes the program with it.
 */
@NullMarked
package org.xerial.snappy;

import org.jspecify.annotations.NullMarked;
