/** Tests of the switch that removes addresses. */
@NullMarked
package org.lethe.runtime.address;

import org.jspecify.annotations.NullMarked;
