"""Long work: asked for once, done once, resumed when its worker dies, with its progress on screen."""
