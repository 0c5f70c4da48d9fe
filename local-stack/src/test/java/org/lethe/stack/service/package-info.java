/** Tests. */
@NullMarked
package org.lethe.stack.service;

import org.jspecify.annotations.NullMarked;
