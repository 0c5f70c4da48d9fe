/** The five services as processes of this machine. */
@NullMarked
package org.lethe.stack.service;

import org.jspecify.annotations.NullMarked;
