namespace HealthBao.Hub.Recognition;

/// <summary>What a destination does with another region's status.</summary>
public enum RecognitionStyle
{
    /// <summary><c>raise-local-state</c>: evidence that raises a state of the destination's own, which the destination itself lifts.</summary>
    RaiseLocalState,

    /// <summary><c>copy-colour</c>: the colour is copied in, and only the region that assigned it can lift it.</summary>
    CopyColour,
}
