@NullMarked
package unroll.app.sound;

import org.jspecify.annotations.NullMarked;
