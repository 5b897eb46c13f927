"""One presenter a screen: a plan and a moment in, a frozen state of finished strings out."""
