namespace Orleans.Runtime;

/// <summary>Something that can be called by its <see cref="GrainId"/>.</summary>
public interface IAddressable;
