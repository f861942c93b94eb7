/** Restricted Boltzmann machines: sampling, free energies and partition functions of many side by side. */
@NullMarked
package unroll.engine.boltzmann;

import org.jspecify.annotations.NullMarked;
