"""Draws the silhouettes of conifers, branch by branch."""


def draw_conifer(draw, rng, x, top, foot):
    """One tree: a thin trunk and drooping branches that lengthen and thin out downwards, with torn
    lower edges.
    """
    tall = foot - top
    draw.polygon(
        [
            (x - 0.001 * tall, top),
            (x + 0.001 * tall, top),
            (x + 0.012 * tall, foot),
            (x - 0.012 * tall, foot),
        ],
        fill=255,
    )
    y = top + 0.012 * tall
    while y < foot:
        down = (y - top) / tall
        for side in (-1, 1):
            reach = tall * (0.006 + 0.175 * down**0.82) * (0.45 + 0.65 * rng.random())
            droop = reach * (0.30 + 0.25 * rng.random())
            _branch(draw, rng, x, y, side * reach, droop, tall)
        y += tall * (0.007 + 0.010 * rng.random() + 0.008 * down)


def _branch(draw, rng, x, y, reach, droop, tall):
    """A branch from the trunk outwards: a smooth upper edge, needles hanging from the lower one."""
    steps = max(6, int(abs(reach) / tall * 170))
    upper = [(x + reach * i / steps, y + droop * (i / steps) ** 0.8) for i in range(steps + 1)]
    lower = []
    for i, (ux, uy) in enumerate(upper[:-1]):
        hang = tall * 0.021 * (1 - i / steps) ** 0.7 * (0.35 + 0.9 * rng.random())
        lower.append((ux, uy + 0.004 * tall + hang * 0.35))
        lower.append((ux + reach / steps * 0.45, uy + 0.006 * tall + hang))
    draw.polygon(upper + lower[::-1], fill=255)
