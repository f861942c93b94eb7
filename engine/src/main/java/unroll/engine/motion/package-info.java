/** Recorded movements of bodies: {@link unroll.engine.motion.Motion}, and as rows of numbers, {@link unroll.engine.motion.MotionCode}. */
@NullMarked
package unroll.engine.motion;

import org.jspecify.annotations.NullMarked;
