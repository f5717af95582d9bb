using Orleans.Runtime;

namespace Orleans;

/// <summary>Makes references to grains. That never fails for a missing grain: a grain exists when it is called.</summary>
public interface IGrainFactory
{
    /// <param name="primaryKey">The name of the grain.</param>
    /// <param name="grainClassNamePrefix">Chooses between several classes that implement the interface.</param>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;

    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey;

    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;
}
