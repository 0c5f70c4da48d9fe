/**
 * The attack on the promise: searches every store and every process for what a person typed, in
 * clear and sealed.
 */
@NullMarked
package org.lethe.acceptance.forensics;

import org.jspecify.annotations.NullMarked;
