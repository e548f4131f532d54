"""Decimal numbers of forty digits, turned into floats at the end."""

from decimal import Decimal, localcontext


def accuracy_interval(correct, total):
    with localcontext() as context:
        context.prec = 40
        c, n, z = Decimal(int(correct)), Decimal(int(total)), Decimal("1.959963984540054")
        root = z * (c * (n - c) / n + z**2 / 4).sqrt()
        low, high = ((c + z**2 / 2 + side * root) / (n + z**2) for side in (-1, 1))
        return max(0.0, float(low)), min(1.0, float(high))
